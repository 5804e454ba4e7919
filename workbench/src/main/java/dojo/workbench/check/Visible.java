package dojo.workbench.check;

import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * What classes in other files can see of some: the text changes whenever a class that was compiled against them might have to.
 *
 * <p>Private methods, constructors and fields are nobody else's business. Private types are: a method may return one.
 */
final class Visible {
    private static final Set<ElementKind> MEMBERS =
            Set.of(ElementKind.METHOD, ElementKind.CONSTRUCTOR, ElementKind.FIELD);

    private final Elements elements;
    private final StringWriter text = new StringWriter();

    private Visible(Elements elements) {
        this.elements = elements;
    }

    static String of(List<? extends Element> types, Elements elements) {
        Visible visible = new Visible(elements);
        types.forEach(visible::add);
        return visible.text.toString();
    }

    private void add(Element element) {
        if (element instanceof TypeElement type) {
            header(type);
            type.getEnclosedElements().forEach(this::add);
            text.write("}\n");
        } else if (!isHidden(element)) {
            elements.printElements(text, element);
        }
    }

    private static boolean isHidden(Element element) {
        return MEMBERS.contains(element.getKind()) && element.getModifiers().contains(Modifier.PRIVATE);
    }

    private void header(TypeElement type) {
        text.write(type.getAnnotationMirrors() + " " + type.getModifiers() + " " + type.getKind() + " " + type);
        type.getTypeParameters().forEach(parameter -> text.write(" <" + parameter + " " + parameter.getBounds() + ">"));
        text.write(" extends " + type.getSuperclass() + " implements " + type.getInterfaces());
        text.write(" permits " + type.getPermittedSubclasses() + " {\n");
    }
}
