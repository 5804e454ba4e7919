package dojo.book;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the shape of a question file: title, header attributes, sections; it judges nothing. */
final class QuestionFile {

    private static final Pattern TITLE = Pattern.compile("= (\\S.*)");
    private static final Pattern ATTRIBUTE = Pattern.compile(":([a-z-]+):(?: (.*))?");
    private static final Pattern SECTION = Pattern.compile("== (\\S.*)");

    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, List<String>> sections = new LinkedHashMap<>();
    private String title = "";
    private List<String> current = new ArrayList<>();

    private QuestionFile() {}

    static Question parse(Path file, List<String> lines) {
        var reader = new QuestionFile();
        lines.forEach(reader::read);
        return new Question(file, reader.title, reader.attributes, reader.sections);
    }

    private void read(String line) {
        Matcher heading = TITLE.matcher(line);
        Matcher attribute = ATTRIBUTE.matcher(line);
        Matcher section = SECTION.matcher(line);
        if (title.isEmpty() && heading.matches()) {
            title = heading.group(1);
        } else if (sections.isEmpty() && attribute.matches()) {
            String value = attribute.group(2);
            attributes.put(attribute.group(1), value == null ? "" : value.strip());
        } else if (section.matches()) {
            current = new ArrayList<>();
            sections.put(section.group(1).strip(), current);
        } else {
            current.add(line);
        }
    }
}
