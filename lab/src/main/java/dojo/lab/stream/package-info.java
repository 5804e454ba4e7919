/** The change log of a table as the service keeps it, and a poller that reads it as AWS Lambda does. */
@NullMarked
package dojo.lab.stream;

import org.jspecify.annotations.NullMarked;
