package dojo.lab.laws;

import dojo.lab.laws.Everything.Small;
import dojo.lab.laws.Everything.Strict;
import java.util.List;

/** Sections of every shape, and files that set them. */
abstract class LawsFileScene {

    static final List<Section> SECTIONS = List.of(
            new Section("everything", Everything.class),
            new Section("small", Small.class),
            new Section("strict", Strict.class));

    static LawsFile parse(String text) {
        return LawsFile.parse(text, "laws.toml", 9, SECTIONS);
    }
}
