@org.jspecify.annotations.NullMarked
package dojo.session.s3;
