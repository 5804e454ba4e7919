/** The session memory on one DynamoDB table: keys in one file, items in one file, one class for each access pattern. */
@org.jspecify.annotations.NullMarked
package dojo.session.dynamo;
