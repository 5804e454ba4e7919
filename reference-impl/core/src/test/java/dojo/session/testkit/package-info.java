/** What any conversation memory must show: two contracts to run against an implementation, and a model that keeps the larger one. */
@org.jspecify.annotations.NullMarked
package dojo.session.testkit;
