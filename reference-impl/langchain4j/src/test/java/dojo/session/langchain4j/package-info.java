/** Tests of the LangChain4j adapter through the framework's own types. */
@org.jspecify.annotations.NullMarked
package dojo.session.langchain4j;
