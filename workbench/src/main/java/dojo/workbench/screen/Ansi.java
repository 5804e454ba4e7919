package dojo.workbench.screen;

import java.net.URI;

/** Turns lines into what a terminal with a given look understands; pure. */
final class Ansi {
    private static final String ESC = "\u001b";

    private Ansi() {}

    static String encode(Line line, Look look) {
        var out = new StringBuilder();
        for (Span span : line.spans()) {
            String text = visible(look.unicode() ? span.text() : Glyphs.ascii(span.text()));
            String toned = look.colour() && !span.tone().sgr().isEmpty()
                    ? ESC + "[" + span.tone().sgr() + "m" + text + ESC + "[0m"
                    : text;
            out.append(look.links() ? span.link().map(uri -> link(uri, toned)).orElse(toned) : toned);
        }
        return out.toString();
    }

    private static String link(URI target, String text) {
        return ESC + "]8;;" + target + ESC + "\\" + text + ESC + "]8;;" + ESC + "\\";
    }

    /** Learner output and values may hold control characters; printed raw they could rewrite the screen. */
    private static String visible(String text) {
        boolean clean = text.chars().noneMatch(Character::isISOControl);
        if (clean) {
            return text;
        }
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\t') {
                safe.append("    ");
            } else if (!Character.isISOControl(c)) {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}
