package dojo.workbench.shell;

import java.util.List;

/** The commands that look into the lab. */
final class LabCommands {
    static final List<Slash> ALL = List.of(
            Slash.of(
                    "/table",
                    "every item of the table, off the bill",
                    (sitting, operand) -> sitting.show(sitting.session().table())),
            Slash.of(
                    "/bill",
                    "the latest requests and what they cost",
                    (sitting, operand) -> sitting.show(sitting.session().bill())));

    private LabCommands() {}
}
