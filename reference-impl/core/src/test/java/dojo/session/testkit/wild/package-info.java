/** Chat memories as they were found in the wild, each with its fault, to prove that the contract kit rejects them. */
@org.jspecify.annotations.NullMarked
package dojo.session.testkit.wild;
