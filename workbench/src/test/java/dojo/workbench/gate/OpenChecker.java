package dojo.workbench.gate;

import dojo.workbench.check.Checker;
import dojo.workbench.check.CheckerOptions;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A checker of the real exercises, open as long as the tests of a class run: starting workers is what takes time. */
final class OpenChecker implements BeforeAllCallback, AfterAllCallback {
    /** The checkout that these tests are part of. */
    static final Path REAL = Path.of("..").toAbsolutePath().normalize();

    private final UnaryOperator<CheckerOptions> options;
    private @Nullable Checker checker;

    private OpenChecker(UnaryOperator<CheckerOptions> options) {
        this.options = options;
    }

    static OpenChecker usual() {
        return new OpenChecker(UnaryOperator.identity());
    }

    static OpenChecker withWorkers(int count) {
        return new OpenChecker(usual -> usual.withWorkers(count));
    }

    Checker get() {
        if (checker == null) {
            throw new IllegalStateException("JUnit opens it before the first test.");
        }
        return checker;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        checker = Checker.open(options.apply(CheckerOptions.of(REAL)));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        get().close();
    }
}
