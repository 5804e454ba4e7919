package dojo.workbench.screen;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row of a comparison: what was expected here, and what came.
 *
 * @param label the field's name, or the element's number
 */
record Pairing(String label, Optional<String> expected, Optional<String> actual) {

    boolean isSame() {
        return expected.equals(actual);
    }

    /** Pairs fields by their names, elements so that as many as possible are the same. */
    static List<Pairing> of(Cells expected, Cells actual) {
        return expected.isLabelled() && actual.isLabelled() ? byLabel(expected, actual) : byPlace(expected, actual);
    }

    private static List<Pairing> byLabel(Cells expected, Cells actual) {
        Set<String> labels = new LinkedHashSet<>(expected.labels());
        labels.addAll(actual.labels());
        return labels.stream()
                .map(label -> new Pairing(label, value(expected, label), value(actual, label)))
                .toList();
    }

    private static Optional<String> value(Cells cells, String label) {
        int at = cells.labels().indexOf(label);
        return at < 0 ? Optional.empty() : Optional.of(cells.values().get(at));
    }

    private static List<Pairing> byPlace(Cells expected, Cells actual) {
        List<Pairing> pairs = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(expected.values(), actual.values(), true).getDeltas()) {
            List<String> left = delta.getSource().getLines();
            List<String> right = delta.getType() == DeltaType.EQUAL
                    ? left
                    : delta.getTarget().getLines();
            for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                pairs.add(new Pairing(Integer.toString(pairs.size() + 1), at(left, i), at(right, i)));
            }
        }
        return pairs;
    }

    private static Optional<String> at(List<String> values, int index) {
        return index < values.size() ? Optional.of(values.get(index)) : Optional.empty();
    }
}
