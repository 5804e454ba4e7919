package dojo.lab.laws;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mistakes found in one file so far. */
final class Mistakes {

    private final String file;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(String file) {
        this.file = file;
    }

    void add(int line, String sentence) {
        found.add(new Mistake(file, line, sentence));
    }

    int count() {
        return found.size();
    }

    /** @throws MistakenLaws if there are any */
    void raise() {
        if (!found.isEmpty()) {
            throw new MistakenLaws(found.stream()
                    .distinct()
                    .sorted(Comparator.comparingInt(Mistake::line))
                    .toList());
        }
    }
}
