package dojo.book;

import dojo.book.fact.CalcMacro;
import dojo.book.fact.FactMacro;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Logger;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.AttributesBuilder;
import org.asciidoctor.Options;
import org.asciidoctor.OptionsBuilder;
import org.asciidoctor.SafeMode;

/**
 * Turns AsciiDoc into pages and files; one instance serves every edition of one run.
 *
 * <p>Starting JRuby takes seconds, converting takes milliseconds: open once, convert often. Threads that share
 * one take turns; for two formats at the same time, open two.
 */
final class Typesetter implements AutoCloseable {

    // Held for good: java.util.logging forgets the settings of a logger that nobody refers to.
    private static final Logger CONSOLE = Logger.getLogger("asciidoctor");

    /** A page, and what Asciidoctor said while it set it. */
    record Sheet(String html, Messages messages) {}

    private final Asciidoctor asciidoctor = Asciidoctor.Factory.create();

    private final Set<String> ran = new HashSet<>();

    private PrintedNumbers numbers = PrintedNumbers.NONE;

    private Typesetter() {}

    static Typesetter open() {
        CONSOLE.setUseParentHandlers(false);
        var typesetter = new Typesetter();
        typesetter.run("libraries.rb");
        typesetter
                .asciidoctor
                .javaExtensionRegistry()
                .treeprocessor(new QuestionRoles())
                .treeprocessor(new EndMarks())
                .treeprocessor(new IndexMarks())
                .treeprocessor(new Unbroken())
                .inlineMacro(new FactMacro(() -> typesetter.numbers.facts()))
                .inlineMacro(new CalcMacro(() -> typesetter.numbers::value));
        return typesetter;
    }

    /** From now on, macros print these. */
    synchronized void print(PrintedNumbers known) {
        numbers = known;
    }

    /** One page of everything: nothing to fetch, code coloured by classes. */
    synchronized Sheet html(Path file, Map<String, Object> attributes) {
        var messages = new Messages();
        Options options =
                options(Format.HTML, attributes).toFile(false).standalone(true).build();
        asciidoctor.registerLogHandler(messages);
        try {
            return new Sheet(asciidoctor.convertFile(file.toFile(), options), messages);
        } finally {
            asciidoctor.unregisterLogHandler(messages);
        }
    }

    /** Loads what takes seconds to load and is the format's own, before there is a text. */
    synchronized Typesetter readyFor(Format format) {
        if (format == Format.PDF) {
            run("paper.rb");
            run("quicker-paper.rb");
            run("trials.rb");
        }
        return this;
    }

    /** One file for paper or for a reader of e-books. */
    synchronized Messages print(Format format, Path file, Path to, Map<String, Object> attributes) {
        return readyFor(format).printAsItIs(format, file, to, attributes);
    }

    /** With all the trouble that Prawn takes, unless it was taught to do without: what a test compares with. */
    synchronized Messages printAsItIs(Format format, Path file, Path to, Map<String, Object> attributes) {
        if (format == Format.PDF) {
            run("paper.rb");
        }
        var messages = new Messages();
        Options options =
                options(format, attributes).toFile(to.toFile()).mkDirs(true).build();
        asciidoctor.registerLogHandler(messages);
        try {
            asciidoctor.convertFile(file.toFile(), options);
            return messages;
        } finally {
            asciidoctor.unregisterLogHandler(messages);
        }
    }

    /** Scripts that change the back end; each is run once, and lasts. */
    private void run(String script) {
        if (ran.add(script)) {
            asciidoctor
                    .rubyExtensionRegistry()
                    .loadClass(Objects.requireNonNull(Typesetter.class.getResourceAsStream(script), script));
        }
    }

    private static OptionsBuilder options(Format format, Map<String, Object> attributes) {
        AttributesBuilder all = Attributes.builder();
        attributes.forEach(all::attribute);
        all.attribute("attribute-missing", "warn")
                .attribute("reproducible", "")
                .attribute("webfonts!", "")
                .attribute("source-highlighter", "rouge")
                .attribute("rouge-css", "class");
        // The pages have a footer of their own; on paper it is the number of the page.
        if (format.folds()) {
            all.attribute("nofooter", "");
        } else {
            all.attribute("paper", "");
        }
        return Options.builder().backend(format.backend()).safe(SafeMode.UNSAFE).attributes(all.build());
    }

    @Override
    public void close() {
        asciidoctor.close();
    }
}
