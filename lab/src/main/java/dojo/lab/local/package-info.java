/** What DynamoDB Local gets wrong and the documentation settles, put right one by one. */
@NullMarked
package dojo.lab.local;

import org.jspecify.annotations.NullMarked;
