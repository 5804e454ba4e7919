/** Does the memory keep its promises on a very bad day? Histories of many writers, and a checker of such histories. */
@org.jspecify.annotations.NullMarked
package dojo.session.chaos;
