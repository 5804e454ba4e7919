package dojo.workbench.shell;

import dojo.workbench.shell.Slash.Choice;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor where a snippet ends and what could come next, as JShell sees it. */
final class SnippetParser implements Parser, Completer {
    private final Sitting sitting;
    private final BooleanSupplier pasting;

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
        for (String text : candidates(line.line(), line.cursor(), new int[1])) {
            boolean open = text.endsWith("(") || text.endsWith(".");
            candidates.add(new Candidate(text, text, null, null, null, null, !open && Slash.looksLike(line.line())));
        }
    }

    private List<String> candidates(String line, int cursor, int[] anchor) {
        if (line.startsWith("/")) {
            return commands(line, cursor, anchor);
        }
        return sitting.session().analysis().completionSuggestions(line, cursor, anchor).stream()
                .map(Suggestion::continuation)
                .distinct()
                .toList();
    }

    private List<String> commands(String line, int cursor, int[] anchor) {
        String typed = line.substring(0, cursor);
        anchor[0] = typed.lastIndexOf(' ') + 1;
        try {
            return Commands.choices(sitting, typed).stream().map(Choice::text).toList();
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
