package dojo.workbench.shell;

import java.io.IOException;
import java.util.Objects;
import org.jline.reader.Buffer;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.terminal.Terminal;

/** The line editor: colours, completion, history, and the keys that are not the usual ones. */
final class Editor {
    private static final int INDENTATION = 4;
    /** JLine leaves longer input uncoloured; ours is coloured in one pass, so whole pasted files can be. */
    private static final int LONGEST_COLOURED = 100_000;

    private final Terminal terminal;
    private final LineReader reader;
    private final TabKey tab;

    private Editor(Terminal terminal, LineReader reader, TabKey tab) {
        this.tab = tab;
        this.terminal = terminal;
        this.reader = reader;
    }

    static LineReader on(Terminal terminal, Sitting sitting) {
        var parser = new SnippetParser(sitting, () -> inputWaits(terminal));
        var history = new KeptHistory(sitting.root().resolve(".dojo/shell-history"), sitting.screen()::error);
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("dojo")
                .parser(parser)
                .completer(parser)
                .highlighter(new Colours(sitting.screen()))
                .history(history)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P  ...> ")
                .variable(LineReader.INDENTATION, INDENTATION)
                .variable(LineReader.FEATURES_MAX_BUFFER_SIZE, LONGEST_COLOURED)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.INSERT_BRACKET, false)
                .option(LineReader.Option.AUTO_MENU, false)
                .build();
        history.configure(reader);
        sitting.remembering(history::lines);
        new Editor(terminal, reader, new TabKey(reader, sitting)).bindKeys();
        return reader;
    }

    private static boolean inputWaits(Terminal terminal) {
        try {
            return terminal.reader().peek(1) >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void bindKeys() {
        bind("dojo-tab", tab::press, "\t");
        bind("dojo-closing", this::closing, "}", ")", "]");
    }

    private void bind(String name, Widget widget, String... keys) {
        reader.getWidgets().put(name, widget);
        for (String map : new String[] {LineReader.EMACS, LineReader.VIINS}) {
            for (String key : keys) {
                Objects.requireNonNull(reader.getKeyMaps().get(map)).bind(new Reference(name), key);
            }
        }
    }

    /** A closing bracket that is the first of its line stands below the line with the opening one. */
    private boolean closing() {
        Buffer buffer = reader.getBuffer();
        String before = buffer.upToCursor();
        int line = before.lastIndexOf('\n') + 1;
        String indent = before.substring(line);
        boolean typed = !inputWaits(terminal);
        if (typed && line > 0 && indent.isBlank() && !JavaText.of(before).unfinished()) {
            buffer.backspace(indent.length());
            buffer.write(JavaText.indentOfOpening(before));
        }
        buffer.write(reader.getLastBinding());
        return true;
    }
}
