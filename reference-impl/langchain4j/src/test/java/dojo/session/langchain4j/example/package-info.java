/** A chat to copy: the memory behind a service of LangChain4j. */
@org.jspecify.annotations.NullMarked
package dojo.session.langchain4j.example;
