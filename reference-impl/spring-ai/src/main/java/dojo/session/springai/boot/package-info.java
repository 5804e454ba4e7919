/** Auto-configuration for Spring Boot: a chat memory on DynamoDB from properties under {@code dojo.session}. */
@org.jspecify.annotations.NullMarked
package dojo.session.springai.boot;
