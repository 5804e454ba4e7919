package dojo.workbench.shell;

import dojo.workbench.screen.Line;
import dojo.workbench.screen.Screen;
import dojo.workbench.screen.Tone;
import dojo.workbench.shell.JavaText.Ink;
import dojo.workbench.shell.JavaText.Token;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Colours what is being typed: Java by its words, commands by whether they exist, brackets by whether they match. */
final class Colours implements Highlighter {
    private final Screen screen;

    Colours(Screen screen) {
        this.screen = screen;
    }

    /** A stretch of the text and its tone; what no stretch covers is plain. */
    record Stretch(Tone tone, int from, int to) {}

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        // While the history is searched, the text shown is not the text being edited.
        int cursor = buffer.contentEquals(reader.getBuffer().toString())
                ? reader.getBuffer().cursor()
                : -1;
        var text = new AttributedStringBuilder(buffer.length());
        int done = 0;
        for (Stretch stretch : stretches(buffer, cursor)) {
            text.append(buffer, done, stretch.from());
            text.styled(screen.style(stretch.tone()), buffer.substring(stretch.from(), stretch.to()));
            done = stretch.to();
        }
        return text.append(buffer, done, buffer.length()).toAttributedString();
    }

    /**
     * From left to right, without overlap. Pure.
     *
     * @param cursor where it stands in the text; the bracket before it, and its partner, stand out
     */
    static List<Stretch> stretches(String text, int cursor) {
        if (Slash.looksLike(text)) {
            return command(text);
        }
        var stretches = new ArrayList<Stretch>();
        for (Token token : JavaText.of(text).tokens()) {
            boolean beside = cursor == token.to()
                    || (token.partner().isPresent() && token.partner().getAsInt() + 1 == cursor);
            Tone tone =
                    token.ink() == Ink.BRACKET && beside && token.partner().isPresent() ? Tone.KEY : tone(token.ink());
            if (tone != Tone.PLAIN) {
                stretches.add(new Stretch(tone, token.from(), token.to()));
            }
        }
        return stretches;
    }

    /** Java in colours, as a line to print. */
    static Line line(String java) {
        Line line = Line.EMPTY;
        int done = 0;
        for (Stretch stretch : stretches(java, -1)) {
            line = line.and(java.substring(done, stretch.from()))
                    .and(stretch.tone(), java.substring(stretch.from(), stretch.to()));
            done = stretch.to();
        }
        return line.and(java.substring(done));
    }

    private static Tone tone(Ink ink) {
        return switch (ink) {
            case KEYWORD -> Tone.KEY;
            case TYPE -> Tone.CODE;
            case OURS -> Tone.TITLE;
            case STRING -> Tone.GOOD;
            case NUMBER -> Tone.NOTE;
            case COMMENT -> Tone.QUIET;
            case WRONG -> Tone.BAD;
            case PLAIN, BRACKET -> Tone.PLAIN;
        };
    }

    /** The word in the tone of a key if it is one, or could become one; in that of a mistake if it cannot. */
    private static List<Stretch> command(String text) {
        int from = text.length() - text.stripLeading().length();
        int to = from;
        while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        boolean known = !Commands.meant(text.substring(from, to)).isEmpty();
        return List.of(new Stretch(known ? Tone.KEY : Tone.BAD, from, to));
    }
}
