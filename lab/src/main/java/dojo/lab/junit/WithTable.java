package dojo.lab.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The shape of the table that each test of the class gets; without it: {@code PK} and {@code SK}, both strings. */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithTable {

    /** The partition key, a string. */
    String partitionKey() default "PK";

    /** The sort key; an empty name means a table without one. */
    String sortKey() default "SK";

    /** The type of the sort key. */
    ScalarAttributeType sortKeyType() default ScalarAttributeType.S;

    /** The global secondary indexes. */
    GlobalIndex[] globalIndexes() default {};

    /** The number attribute that says when an item expires; an empty name means that nothing does. */
    String timeToLive() default "";
}
