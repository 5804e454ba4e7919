package dojo.book;

import dojo.book.fact.CalcMacro;
import dojo.book.fact.FactMacro;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Logger;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.AttributesBuilder;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;

/**
 * Turns AsciiDoc into a page; one instance serves every edition of one run.
 *
 * <p>Starting JRuby takes seconds, converting takes milliseconds: open once, convert often. Not thread-safe.
 */
final class Typesetter implements AutoCloseable {

    // Held for good: java.util.logging forgets the settings of a logger that nobody refers to.
    private static final Logger CONSOLE = Logger.getLogger("asciidoctor");

    /** A page, and what Asciidoctor said while it set it. */
    record Sheet(String html, Messages messages) {}

    private final Asciidoctor asciidoctor = Asciidoctor.Factory.create();

    private PrintedNumbers numbers = PrintedNumbers.NONE;

    private Typesetter() {}

    static Typesetter open() {
        CONSOLE.setUseParentHandlers(false);
        var typesetter = new Typesetter();
        typesetter
                .asciidoctor
                .javaExtensionRegistry()
                .treeprocessor(new QuestionRoles())
                .inlineMacro(new FactMacro(() -> typesetter.numbers.facts()))
                .inlineMacro(new CalcMacro(() -> typesetter.numbers::value));
        return typesetter;
    }

    /** From now on, macros print these. */
    void print(PrintedNumbers known) {
        numbers = known;
    }

    /** One self-contained page: style sheet embedded, code coloured at build time, nothing to fetch. */
    Sheet html(Path file, Map<String, Object> attributes) {
        AttributesBuilder all = Attributes.builder();
        attributes.forEach(all::attribute);
        all.attribute("attribute-missing", "warn")
                .attribute("reproducible", "")
                .attribute("webfonts!", "")
                .attribute("source-highlighter", "rouge")
                .attribute("rouge-css", "class")
                .attribute("nofooter", "");
        Options options = Options.builder()
                .backend("html5")
                .safe(SafeMode.UNSAFE)
                .standalone(true)
                .toFile(false)
                .attributes(all.build())
                .build();
        var messages = new Messages();
        asciidoctor.registerLogHandler(messages);
        try {
            return new Sheet(asciidoctor.convertFile(file.toFile(), options), messages);
        } finally {
            asciidoctor.unregisterLogHandler(messages);
        }
    }

    @Override
    public void close() {
        asciidoctor.close();
    }
}
