package dojo.session.testkit;

/** Tries one behaviour; throws if the subject does not show it. */
@FunctionalInterface
public interface Check<S extends Subject> {
    void on(S subject) throws Exception;
}
