package dojo.lab.law;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How well founded a number or a behaviour of the lab is. The fidelity page is made of these. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Repeatable(Fidelity.All.class)
public @interface Fidelity {

    /** Where it comes from. */
    Level level();

    /** What is claimed, in a sentence that stands alone. */
    String says();

    /** The address of the page that says so; empty only for a model of ours and for what is not modelled. */
    String source() default "";

    /**
     * The name under which others may ask for the number, such as {@code partition.write-units}; empty if it has none. The
     * number is the value of the labelled constant, or of the labelled component in the record's {@code real()}.
     */
    String fact() default "";

    /** What a named number counts: a duration and a size are told in it. */
    String unit() default "";

    /** How much a claim can be relied on. */
    enum Level {
        /** AWS's documentation says so. */
        DOCUMENTED,
        /** A paper of the service's authors says so. */
        PAPER,
        /** Nobody outside knows; this is a plausible choice of ours. */
        OUR_MODEL,
        /** The service does this, the lab does not. */
        NOT_MODELLED
    }

    /** Several claims about one thing. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
    @interface All {
        Fidelity[] value();
    }
}
