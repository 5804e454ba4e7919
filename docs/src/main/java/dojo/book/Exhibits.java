package dojo.book;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The measurements of this build: what the exhibits wrote to {@code docs/target/exhibits} while they ran. */
record Exhibits(List<ExhibitRecord> records) {

    static Exhibits read(Path folder) {
        return new Exhibits(Sources.below(folder, ".properties").stream()
                .map(file -> parse(String.valueOf(file.getFileName()).replace(".properties", ""), Sources.lines(file)))
                .toList());
    }

    Optional<ExhibitRecord> find(String id) {
        return records.stream().filter(exhibit -> exhibit.id().equals(id)).findFirst();
    }

    /**
     * One attribute a value; the printed number is a link to the evidence behind it and wears its badge.
     *
     * <p>On the screen the badge is a style of the link. Paper and readers of e-books keep no styles of links, so there
     * it is a letter.
     */
    Map<String, Object> attributes(Format format) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (ExhibitRecord exhibit : records) {
            for (ExhibitRecord.Value value : exhibit.values()) {
                ExhibitRecord.Basis basis = value.basis();
                String link = format.folds()
                        ? "xref:%s[\"%s\",role=%s]".formatted(exhibit.id(), value.text(), basis.role())
                        : "xref:%s[%s<sup>%s</sup>]".formatted(exhibit.id(), value.text(), basis.letter());
                attributes.put(exhibit.attribute(value), link);
            }
        }
        return attributes;
    }

    /** A line a value: the attribute, what it prints, how it is known. */
    String text() {
        var text = new StringBuilder();
        for (ExhibitRecord exhibit : records) {
            for (ExhibitRecord.Value value : exhibit.values()) {
                text.append("{%s}  %s (%s)%n"
                        .formatted(
                                exhibit.attribute(value),
                                value.text(),
                                value.basis().badge()));
            }
        }
        return text.toString();
    }

    /** A record without its test comes from an older build, and would print yesterday's number. */
    List<Problem> problems(Path root) {
        return records.stream()
                .filter(exhibit -> !Files.isRegularFile(root.resolve(exhibit.sourceFile())))
                .map(exhibit -> new Problem(
                        "docs/target/exhibits/" + exhibit.id() + ".properties",
                        "its test " + exhibit.sourceFile() + " is gone",
                        "delete the record, or build with clean"))
                .toList();
    }

    /** Lines of the form {@code test=…}, {@code claim=…}, {@code local.items=2}, {@code rule.write-units=1}, and series. */
    static ExhibitRecord parse(String id, List<String> lines) {
        Map<String, String> header = new LinkedHashMap<>();
        var values = new ArrayList<ExhibitRecord.Value>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            String key = line.substring(0, Math.max(equals, 0));
            String text = line.substring(equals + 1);
            int dot = key.indexOf('.');
            if (dot < 0) {
                header.put(key, text);
            } else if (!key.startsWith("chart.")) {
                var basis = ExhibitRecord.Basis.named(key.substring(0, dot));
                values.add(new ExhibitRecord.Value(key.substring(dot + 1), text, basis));
            }
        }
        return new ExhibitRecord(
                id, header.getOrDefault("test", ""), header.getOrDefault("claim", ""), values, Series.parse(lines));
    }
}
