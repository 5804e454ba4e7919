/** What a piece of work costs on DynamoDB: item sizes, read and write units, and the bill, by the documented rules. */
@NullMarked
package dojo.lab.bill;

import org.jspecify.annotations.NullMarked;
