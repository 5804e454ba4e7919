package dojo.lab.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a lab.
 *
 * <p>Constructors, lifecycle methods and tests may take a {@code DynamoDbClient} (metered), a
 * {@code DynamoDbStreamsClient}, the {@link dojo.lab.Lab}, a {@link LabTable} of the test's own, a {@link Seed},
 * {@link Inputs}, {@link Answers} and {@link Predictions}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LabExtension.class)
public @interface WithLab {}
