/** Tests of the session memory against the lab, with retries, races and lost answers. */
@org.jspecify.annotations.NullMarked
package dojo.session.dynamo;
