/** DynamoDB Local under the laws of the real service: open a {@link dojo.lab.Lab}, use its client, read its bill. */
@NullMarked
package dojo.lab;

import org.jspecify.annotations.NullMarked;
