package dojo.lab.laws;

import dojo.lab.law.Fidelity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** Writes settings as the table of a laws file, each key with its meaning. */
final class Printing {

    private static final int WIDTH = 118;

    private final StringBuilder text = new StringBuilder();
    /** In front of each line; a section that does not hold is a comment. */
    private final String margin;

    private Printing(String margin) {
        this.margin = margin;
    }

    /** The section with these settings, or, if they do not hold, what it would be, as a comment. */
    static String section(Section section, Record settings, boolean holds) {
        Printing printing = new Printing(holds ? "" : "# ");
        printing.line("[" + section.name() + "]");
        List<Part> tables = new ArrayList<>();
        for (Part part : Part.of(section.settings()).values()) {
            if (ofTables(part.shape()) && !((List<?>) part.in(settings)).isEmpty()) {
                tables.add(part);
            } else {
                printing.key(
                        part, Optional.of(part.in(settings)), section.real().map(part::in));
            }
        }
        // To TOML, every key below the header of a table belongs to that table: they come last.
        tables.forEach(part -> printing.tables(section.name(), part, (List<?>) part.in(settings)));
        return printing.text.toString();
    }

    /** What is to be given, in words. */
    static String wanted(Shape shape) {
        if (shape instanceof Shape.Maybe maybe) {
            return wanted(maybe.of());
        }
        if (shape instanceof Shape.Many many) {
            return many.of() instanceof Shape.Table
                    ? "tables with " + keys(many.of())
                    : "a list in brackets, each " + wanted(many.of());
        }
        return shape instanceof Shape.Scalar scalar ? Scalars.describe(scalar.type()) : "a table with " + keys(shape);
    }

    /** A value of the file in a few words. */
    static String seen(Object value) {
        if (value instanceof TomlTable) {
            return "a table";
        }
        if (value instanceof TomlArray) {
            return "a list";
        }
        if (value instanceof String word) {
            return '"'
                    + Toml.tomlEscape(word.length() > 60 ? word.substring(0, 60) + "…" : word)
                            .toString()
                    + '"';
        }
        return value.toString();
    }

    private static String keys(Shape shape) {
        return shape instanceof Shape.Table table
                ? String.join(", ", Part.of(table.type()).keySet())
                : "";
    }

    private static boolean ofTables(Shape shape) {
        return shape instanceof Shape.Many many && many.of() instanceof Shape.Table;
    }

    private void key(Part part, Optional<Object> value, Optional<Object> usual) {
        line("");
        explain(part);
        comment(wanted(part.shape())
                + usual.or(part::absent).map(given -> "; " + usually(given)).orElse(""));
        Optional<String> written = value.flatMap(Printing::written);
        if (written.isPresent()) {
            line(part.key() + " = " + written.get());
        } else {
            comment(part.key() + " = " + example(part.shape()));
        }
    }

    private void explain(Part part) {
        part.meaning().ifPresent(this::comment);
        for (Fidelity claim : part.claims()) {
            String source = claim.source().isEmpty() ? "" : " (" + claim.source() + ")";
            comment(level(claim) + ": " + claim.says() + source);
        }
        if (part.shape() instanceof Shape.Many many && many.of() instanceof Shape.Table table) {
            comment("Each has:");
            for (Part inner : Part.of(table.type()).values()) {
                comment("  " + inner.key() + ": " + wanted(inner.shape())
                        + (inner.absent().isPresent() ? ", or left out" : "")
                        + inner.meaning().map(meaning -> ". " + meaning).orElse(""));
            }
        }
    }

    private void tables(String section, Part part, List<?> records) {
        line("");
        explain(part);
        for (Object record : records) {
            if (!record.equals(records.get(0))) {
                line("");
            }
            line("[[" + section + "." + part.key() + "]]");
            for (Part inner : Part.of(((Record) record).getClass()).values()) {
                written(inner.in((Record) record)).ifPresent(value -> line(inner.key() + " = " + value));
            }
        }
    }

    /** A value as TOML; nothing for an Optional that is empty. */
    private static Optional<String> written(Object value) {
        if (value instanceof Optional<?> maybe) {
            return maybe.flatMap(Printing::written);
        }
        if (value instanceof List<?> many) {
            List<String> all =
                    many.stream().flatMap(one -> written(one).stream()).toList();
            return Optional.of("[" + String.join(", ", all) + "]");
        }
        if (value instanceof Record inline) {
            List<String> all = new ArrayList<>();
            for (Part part : Part.of(inline.getClass()).values()) {
                written(part.in(inline)).ifPresent(text -> all.add(part.key() + " = " + text));
            }
            return Optional.of("{ " + String.join(", ", all) + " }");
        }
        return Optional.of(Scalars.write(value));
    }

    private static String usually(Object value) {
        if (value instanceof List<?> many && !many.isEmpty() && many.get(0) instanceof Record) {
            return many.size() + " of them unless given";
        }
        return written(value).map(text -> text + " unless given").orElse("may be left out");
    }

    private static String example(Shape shape) {
        if (shape instanceof Shape.Maybe maybe) {
            return example(maybe.of());
        }
        if (shape instanceof Shape.Many many) {
            return "[" + example(many.of()) + "]";
        }
        return shape instanceof Shape.Scalar scalar ? Scalars.example(scalar.type()) : "{ }";
    }

    private static String level(Fidelity claim) {
        return claim.level().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void comment(String words) {
        StringBuilder line = new StringBuilder("#");
        for (String word : words.split(" ", -1)) {
            if (line.length() + word.length() >= WIDTH && line.length() > 1) {
                line(line.toString());
                line = new StringBuilder("#  ");
            }
            line.append(' ').append(word);
        }
        line(line.toString());
    }

    private void line(String words) {
        text.append((margin + words).stripTrailing()).append('\n');
    }
}
