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
 *
 * <p>Where laws are named, every test has a lab of its own: empty, on a virtual clock, closed after the test.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LabExtension.class)
public @interface WithLab {

    /**
     * The laws under which the tests of the class run: {@code real}, {@code chaos}, or the text of a laws file as
     * {@code dojo lab --print-laws} shows it. Their seed is that of the run. Empty: none, on the clock of the wall.
     */
    String laws() default "";
}
