package dojo.book;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.ScriptableObject;

/**
 * A series as SVG: ECharts draws it in a script engine, and what a reader who cannot see needs is added.
 *
 * <p>No font of this machine is asked, nothing is drawn by lot, and the library's ids are left out, so that the same
 * numbers give the same bytes. Each colour is also a class: a page in the dark gives it another.
 */
final class Drawing {

    private static final String LIBRARY = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";
    private static final String STYLE = "/dojo/book/charts.js";
    private static final Pattern RGB = Pattern.compile("rgba?\\((\\d+), ?(\\d+), ?(\\d+)(, ?1)?\\)");

    /** What the style sheet calls a colour, and what it is on white paper. */
    static final Map<String, String> PALETTE = Collections.unmodifiableMap(palette());

    private Drawing() {}

    static String of(String id, Series series) {
        Document drawn = Jsoup.parse(Engine.draw(series), "", Parser.xmlParser());
        drawn.outputSettings().prettyPrint(false);
        Element svg = drawn.expectFirst("svg");
        svg.select("style, defs, [fill-opacity=0]").remove();
        svg.select("*").forEach(Drawing::clean);
        svg.attr("role", "img").attr("aria-labelledby", id + "-title " + id + "-desc");
        svg.prependElement("desc").attr("id", id + "-desc").text(series.saying());
        svg.prependElement("title").attr("id", id + "-title").text(series.title());
        return svg.outerHtml() + "\n";
    }

    /** Nothing is clipped: no number lies outside of its axes, and not every reader's program can clip. */
    private static void clean(Element element) {
        element.attributes().asList().stream()
                .filter(attribute -> attribute.getKey().startsWith("ecmeta"))
                .map(attribute -> attribute.getKey())
                .toList()
                .forEach(element::removeAttr);
        element.removeAttr("clip-path")
                .removeAttr("class")
                .removeAttr("xml:space")
                .removeAttr("baseProfile");
        for (String name : List.of("fill", "stroke")) {
            String colour = hex(element.attr(name));
            if (PALETTE.containsValue(colour)) {
                element.attr(name, colour);
                PALETTE.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(colour))
                        .forEach(entry -> element.addClass(name + "-" + entry.getKey()));
            } else if (element.hasAttr(name)) {
                // What ECharts fills without being told is a line or the edge of a clip.
                element.attr(name, "none");
            }
        }
    }

    private static String hex(String colour) {
        Matcher rgb = RGB.matcher(colour);
        return rgb.matches()
                ? "#%02x%02x%02x"
                        .formatted(
                                Integer.parseInt(rgb.group(1)),
                                Integer.parseInt(rgb.group(2)),
                                Integer.parseInt(rgb.group(3)))
                : colour;
    }

    private static Map<String, String> palette() {
        var palette = new LinkedHashMap<String, String>();
        palette.put("ink", "#23262c");
        palette.put("muted", "#5a5f68");
        palette.put("grid", "#d9d5c8");
        palette.put("first", "#1f4e8c");
        palette.put("second", "#b3261e");
        palette.put("third", "#17603e");
        palette.put("fourth", "#8a4300");
        palette.put("calm", "#7890b6");
        palette.put("heat-0", "#f2f0e9");
        palette.put("heat-1", "#f6cf9f");
        palette.put("heat-2", "#e2954d");
        palette.put("heat-3", "#b3541f");
        palette.put("heat-4", "#6e1f12");
        return palette;
    }

    /** Starting it takes seconds, drawing takes milliseconds: one for all charts of a process. */
    private static final class Engine {

        private static final ScriptableObject SCOPE = open();

        private static synchronized String draw(Series series) {
            try (Context context = Context.enter()) {
                context.setInterpretedMode(true);
                context.setLanguageVersion(Context.VERSION_ECMASCRIPT);
                ScriptableObject spec = (ScriptableObject) context.newObject(SCOPE);
                spec.put("shape", spec, series.shape());
                spec.put("across", spec, series.across());
                spec.put("along", spec, series.along());
                spec.put("rows", spec, array(context, series.rows()));
                spec.put(
                        "at",
                        spec,
                        array(
                                context,
                                series.points().stream().map(Series.Point::at).toList()));
                spec.put(
                        "values",
                        spec,
                        array(
                                context,
                                series.points().stream()
                                        .map(point -> array(context, point.values()))
                                        .toList()));
                ScriptableObject colours = (ScriptableObject) context.newObject(SCOPE);
                PALETTE.forEach((word, value) -> colours.put(word, colours, value));
                Function draw = (Function) SCOPE.get("draw", SCOPE);
                return Context.toString(draw.call(context, SCOPE, SCOPE, new Object[] {spec, colours}));
            }
        }

        private static Object array(Context context, List<?> values) {
            return context.newArray(SCOPE, values.toArray());
        }

        private static ScriptableObject open() {
            try (Context context = Context.enter()) {
                context.setInterpretedMode(true);
                context.setLanguageVersion(Context.VERSION_ECMASCRIPT);
                // A script in it sees no class of Java, no file and no network.
                ScriptableObject scope = context.initSafeStandardObjects();
                String browser = "var self = this, global = this; function setTimeout() {} function clearTimeout() {}";
                context.evaluateString(scope, browser, "browser", 1, null);
                context.evaluateString(scope, text(LIBRARY), LIBRARY, 1, null);
                context.evaluateString(scope, text(STYLE), STYLE, 1, null);
                return scope;
            }
        }

        private static String text(String resource) {
            try (InputStream script = Drawing.class.getResourceAsStream(resource)) {
                if (script == null) {
                    throw new IllegalStateException(resource + " is not on the class path");
                }
                return new String(script.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("cannot read " + resource, unreadable);
            }
        }
    }
}
