/** What the SDK's Enhanced Client would make of our items: the claims of decision 0056, run. */
@org.jspecify.annotations.NullMarked
package dojo.session.enhanced;
