/** With all laws off the lab is DynamoDB Local: random operations through every door, each compared with an oracle. */
@NullMarked
package dojo.lab.transparency;

import org.jspecify.annotations.NullMarked;
