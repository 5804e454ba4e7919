/** Tests of the auto-configuration with contexts that Spring Boot starts. */
@org.jspecify.annotations.NullMarked
package dojo.session.springai.boot;
