package dojo.workbench.shell;

import dojo.workbench.shell.Slash.Choice;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor where a snippet ends and what could come next, as JShell sees it. */
final class SnippetParser implements Parser, Completer {
    /** More are a list to choose from, not to read. */
    private static final int MOST_DESCRIBED = 12;

    private static final Duration DESCRIBING = Duration.ofMillis(300);

    private final Sitting sitting;
    private final BooleanSupplier pasting;
    private String askedLine = "";
    private int askedCursor = -1;
    private int answerAnchor;
    private List<Choice> answer = List.of();

    /** Reads for a sitting; {@code pasting} tells whether more input waits already. */
    SnippetParser(Sitting sitting, BooleanSupplier pasting) {
        this.sitting = sitting;
        this.pasting = pasting;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.COMPLETE) {
            int[] anchor = {cursor};
            candidates(line, cursor, anchor);
            int from = Math.max(0, Math.min(anchor[0], cursor));
            return new Piece(line, cursor, line.substring(from, cursor));
        }
        if (context == ParseContext.ACCEPT_LINE && !isFinished(line)) {
            // What is pasted without brackets around the paste brings its own indentation.
            int steps = pasting.getAsBoolean() ? 0 : JavaText.steps(line.substring(0, cursor));
            throw new EOFError(-1, cursor, "the snippet goes on", "", steps, null);
        }
        return new Piece(line, cursor, line);
    }

    private boolean isFinished(String text) {
        return text.isBlank()
                || Script.parse(text.lines().toList(), sitting.session()::isComplete)
                        .isFinished();
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        boolean command = Slash.looksLike(line.line());
        for (Choice choice : candidates(line.line(), line.cursor(), new int[1])) {
            candidates.add(new Candidate(
                    choice.text(),
                    choice.text(),
                    null,
                    choice.says().isEmpty() ? null : shortened(choice.says()),
                    null,
                    null,
                    command));
        }
    }

    private String shortened(String text) {
        int most = Math.max(20, sitting.width() - 30);
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }

    /** The editor asks twice for the same place: where the word begins, and what it could become. */
    private List<Choice> candidates(String line, int cursor, int[] anchor) {
        if (!line.equals(askedLine) || cursor != askedCursor) {
            int[] found = {cursor};
            answer = Slash.looksLike(line) ? commands(line, cursor, found) : java(line, cursor, found);
            askedLine = line;
            askedCursor = cursor;
            answerAnchor = found[0];
        }
        anchor[0] = answerAnchor;
        return answer;
    }

    private List<Choice> java(String line, int cursor, int[] anchor) {
        List<String> texts = sitting.session().engine().insight().suggestions(line.substring(0, cursor), anchor);
        if (texts.size() > MOST_DESCRIBED) {
            return Choice.plain(texts);
        }
        String before = line.substring(0, Math.max(0, Math.min(anchor[0], cursor)));
        long deadline = System.nanoTime() + DESCRIBING.toNanos();
        return texts.stream()
                .map(text -> new Choice(text, System.nanoTime() < deadline ? described(before, text) : ""))
                .toList();
    }

    /** How the first of that name is called, and how many more there are. */
    private String described(String before, String candidate) {
        List<DocumentationView.Entry> entries =
                sitting.session().engine().insight().documentation(before + candidate, false);
        return entries.isEmpty()
                ? ""
                : DocumentationView.shortened(entries.get(0).signature())
                        + (entries.size() > 1 ? " and " + (entries.size() - 1) + " more" : "");
    }

    private List<Choice> commands(String line, int cursor, int[] anchor) {
        String typed = line.substring(0, cursor);
        anchor[0] = typed.lastIndexOf(' ') + 1;
        try {
            return Commands.choices(sitting, typed);
        } catch (IOException e) {
            // Nothing to offer; the command will say what is wrong when it runs.
            return List.of();
        }
    }

    /** A line whose current word is the part that a completion would replace. */
    private record Piece(String line, int cursor, String word) implements CompletingParsedLine {
        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return word.length();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }
    }
}
