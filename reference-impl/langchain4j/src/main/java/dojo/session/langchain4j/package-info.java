/** The session memory as chat memories of LangChain4j. */
@org.jspecify.annotations.NullMarked
package dojo.session.langchain4j;
