package dojo.lab.junit;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A global secondary index of {@link WithTable}. */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface GlobalIndex {

    /** The name of the index. */
    String name();

    /** The partition key, a string. */
    String partitionKey();

    /** The sort key; an empty name means an index without one. */
    String sortKey() default "";

    /** The type of the sort key. */
    ScalarAttributeType sortKeyType() default ScalarAttributeType.S;

    /** Which attributes the index copies. */
    ProjectionType projection() default ProjectionType.ALL;

    /** The attributes copied beside the keys, with {@code INCLUDE}. */
    String[] include() default {};
}
