/** Where a request ends: DynamoDB Local, inside this JVM or behind an endpoint. */
@NullMarked
package dojo.lab.store;

import org.jspecify.annotations.NullMarked;
