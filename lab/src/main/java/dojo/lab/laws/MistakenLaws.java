package dojo.lab.laws;

import java.util.List;
import java.util.stream.Collectors;

/** A laws file says something that it cannot mean; the message names every mistake, one a line, in their order. */
public final class MistakenLaws extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient List<Mistake> mistakes;

    MistakenLaws(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = mistakes;
    }

    /** All mistakes, ordered by line. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
