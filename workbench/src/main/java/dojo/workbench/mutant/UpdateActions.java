package dojo.workbench.mutant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The actions of an update expression, to take one of them away. */
final class UpdateActions {

    private static final Pattern SECTION = Pattern.compile("\\b(SET|REMOVE|ADD|DELETE)\\s+", Pattern.CASE_INSENSITIVE);

    private UpdateActions() {}

    /** What is left without each action; the words are that action with its section. */
    static List<Change<String>> fewer(String text) {
        Map<String, List<String>> sections = sections(text);
        List<Change<String>> fewer = new ArrayList<>();
        sections.forEach((section, actions) -> {
            for (int i = 0; i < actions.size(); i++) {
                Map<String, List<String>> rest = new LinkedHashMap<>(sections);
                List<String> others = new ArrayList<>(actions);
                String gone = others.remove(i);
                rest.put(section, others);
                fewer.add(new Change<>(section + " " + gone, written(rest)));
            }
        });
        return fewer;
    }

    private static Map<String, List<String>> sections(String text) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        Matcher section = SECTION.matcher(text);
        boolean found = section.find();
        while (found) {
            String word = section.group(1).toUpperCase(Locale.ROOT);
            int from = section.end();
            found = section.find();
            sections.put(word, actions(text.substring(from, found ? section.start() : text.length())));
        }
        return sections;
    }

    /** Separated by commas, except those between the arguments of a function. */
    private static List<String> actions(String text) {
        List<String> actions = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                actions.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        return actions;
    }

    private static String written(Map<String, List<String>> sections) {
        return sections.entrySet().stream()
                .filter(section -> !section.getValue().isEmpty())
                .map(section -> section.getKey() + " " + String.join(", ", section.getValue()))
                .collect(Collectors.joining(" "));
    }
}
