package dojo.workbench.evidence;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Progress;
import java.time.LocalDate;

/** Reports of progress, by format. */
public enum Reports {
    MD {
        @Override
        public String of(Catalogue catalogue, Progress progress, LocalDate day) {
            return MarkdownReport.of(ProgressReport.of(catalogue, progress, day));
        }
    },
    HTML {
        @Override
        public String of(Catalogue catalogue, Progress progress, LocalDate day) {
            return HtmlReport.of(ProgressReport.of(catalogue, progress, day));
        }
    };

    /** The page; {@code day} is when it was made. */
    public abstract String of(Catalogue catalogue, Progress progress, LocalDate day);
}
