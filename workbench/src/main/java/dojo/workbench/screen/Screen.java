package dojo.workbench.screen;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;

/**
 * The one class that prints.
 *
 * <p>Renderers beside it turn results into {@link Line}s; this class writes them, in the look the destination can show.
 * Thread-safe: lines of one call stay together.
 */
public final class Screen {
    private static final String HOME = "\u001b[H";
    private static final String CLEAR_REST_OF_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";
    private static final Size NOWHERE = Size.of(0, 0);

    private final Writer out;
    private final Writer err;
    private final Supplier<Look> look;
    private final Runnable clear;
    private final Supplier<Size> size;

    private Screen(Writer out, Writer err, Supplier<Look> look, Runnable clear, Supplier<Size> size) {
        this.out = out;
        this.err = err;
        this.look = look;
        this.clear = clear;
        this.size = size;
    }

    /** The process's own standard output and error, judged once by the environment. */
    public static Screen standard() {
        Charset charset = outputCharset();
        Look look = Look.from(System.getenv(), onTerminal(), charset);
        Charset used = look.unicode() ? StandardCharsets.UTF_8 : charset;
        return new Screen(
                writer(FileDescriptor.out, used),
                writer(FileDescriptor.err, used),
                () -> look,
                () -> {},
                () -> NOWHERE);
    }

    /** A terminal: full width, follows a resize, can be cleared. */
    public static Screen on(Terminal terminal) {
        boolean dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        Look judged = Look.from(System.getenv(), !dumb, terminal.encoding());
        Runnable clear = () -> terminal.puts(Capability.clear_screen);
        return new Screen(
                terminal.writer(),
                terminal.writer(),
                () -> judged.withWidth(terminal.getSize().getColumns()),
                clear,
                terminal::getSize);
    }

    /** Two streams of the caller's, for tests and captured output: plain, 80 columns. */
    public static Screen of(PrintStream out, PrintStream err) {
        return new Screen(utf8(out), utf8(err), Look::plain, () -> {}, () -> NOWHERE);
    }

    /** The same place without colours and links, whatever it could show. */
    public Screen plain() {
        Supplier<Look> plainer =
                () -> new Look(false, look.get().unicode(), false, look.get().width());
        return new Screen(out, err, plainer, () -> {}, size);
    }

    /** Columns that renderers may use now. */
    public int width() {
        return look.get().width();
    }

    public void print(Line line) {
        print(List.of(line));
    }

    /** Prints lines as they are; a renderer has already fitted them to {@link #width()}. */
    public void print(List<Line> lines) {
        write(out, encode(lines));
    }

    /** Prints one paragraph, wrapped. */
    public void say(String text) {
        print(Line.of(text).wrap(width()));
    }

    /** Prints a paragraph for each line of the text on standard error: what happened, the value seen, what to do next. */
    public void error(String text) {
        write(
                err,
                encode(text.lines()
                        .flatMap(line -> Line.of(line).wrap(width()).stream())
                        .toList()));
    }

    /** Prints one line as it is given, for machines and for text that is laid out already. */
    public void print(String line) {
        write(out, line + System.lineSeparator());
    }

    /** Prints text without a line end, for prompts. */
    public void prompt(Line line) {
        write(out, Ansi.encode(line, look.get()));
    }

    /**
     * Makes the terminal show these lines and nothing else, in one piece and without clearing first, so that nothing
     * flickers; the cursor stays behind the last one. What stood there before {@link #scrollAway} is left alone.
     */
    public void paint(List<Line> lines) {
        Look now = look.get();
        int columns = size.get().getColumns();
        var text = new StringBuilder(HOME).append(lines.isEmpty() ? CLEAR_BELOW : "");
        int last = lines.size() - 1;
        for (int i = 0; i <= last; i++) {
            Line line = lines.get(i);
            // Behind a full row the cursor still stands on its last column, which would be cleared: so what is below
            // the last line goes first, and the rest of a full row needs no clearing.
            boolean full = columns > 0 && line.columns() > 0 && line.columns() % columns == 0;
            text.append(i == 0 ? "" : "\r\n")
                    .append(i == last ? CLEAR_BELOW : "")
                    .append(Ansi.encode(line, now))
                    .append(full || i == last ? "" : CLEAR_REST_OF_LINE);
        }
        write(out, text.toString());
    }

    /** Moves what the terminal shows into its memory, where the learner can scroll back to it. */
    public void scrollAway() {
        write(out, "\r\n".repeat(size.get().getRows()));
    }

    /** Clears a terminal; does nothing elsewhere. */
    public void clear() {
        synchronized (out) {
            clear.run();
        }
    }

    /** The look of a line, as text with escape sequences, for those who must hand it to a line editor. */
    public String styled(Line line) {
        return Ansi.encode(line, look.get());
    }

    /** The look of a tone, for those who colour text that a line editor keeps. */
    public AttributedStyle style(Tone tone) {
        return look.get().colour() && !tone.sgr().isEmpty()
                ? AttributedString.fromAnsi("\u001b[" + tone.sgr() + "m.").styleAt(0)
                : AttributedStyle.DEFAULT;
    }

    private String encode(List<Line> lines) {
        Look now = look.get();
        var text = new StringBuilder();
        lines.forEach(line -> text.append(Ansi.encode(line, now)).append(System.lineSeparator()));
        return text.toString();
    }

    private void write(Writer target, String text) {
        synchronized (out) {
            try {
                target.write(text);
                target.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Writer utf8(PrintStream stream) {
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }

    private static Writer writer(FileDescriptor descriptor, Charset charset) {
        OutputStream bytes = new FileOutputStream(descriptor);
        // A reader that went away (dojo list | head) is not an error worth a stack trace: PrintWriter keeps quiet.
        return new PrintWriter(bytes, false, charset);
    }

    /** Whether both input and output are a terminal. */
    @SuppressWarnings("SystemConsoleNull") // Newer JDKs always have a console, unless asked for the old rule.
    static boolean onTerminal() {
        System.setProperty("jdk.console", "java.base");
        return System.console() != null;
    }

    private static Charset outputCharset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", "UTF-8"));
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }
}
