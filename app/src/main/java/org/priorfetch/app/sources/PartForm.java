package org.priorfetch.app.sources;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.SiteProblem;
import org.priorfetch.engine.model.SiteSection;

/**
 * What is being typed into the form of one part, and what is wrong with it, in words. That something is missing is said of
 * a field only once a person has been there, or wants to go on.
 */
public final class PartForm {

    /** The fields of a list are named by their number. */
    private static final String PROCEDURES = "procedures";
    private static final Pattern ITEM = Pattern.compile("\\.([0-9]{1,6})(?:\\..*)?");

    private final Part part;
    private final Texts texts;
    private final Map<String, StringProperty> values = new LinkedHashMap<>();
    private final Map<String, StringProperty> problems = new LinkedHashMap<>();
    private final Set<String> visited = new HashSet<>();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private SiteSection saved = SiteSection.of(Map.of());

    public PartForm(Part part, Texts texts) {
        this.part = part;
        this.texts = texts;
        for (String key : part.keys()) {
            StringProperty value = new SimpleStringProperty("");
            values.put(key, value);
            problems.put(key, new SimpleStringProperty(""));
            value.subscribe(() -> typed(key));
        }
    }

    public Part part() {
        return part;
    }

    /** Begins with what the file has. */
    public void edit(SiteSection section) {
        saved = section;
        values.forEach((key, value) -> value.set(section.get(key)));
        changed.set(false);
        visited.clear();
        part.keys().forEach(this::check);
    }

    /** The person has been at the field. */
    void left(String key) {
        if (visited.add(key)) {
            check(key);
        }
    }

    /** The person wants to go on: from now on all that is missing is said. */
    public void insist() {
        part.keys().forEach(this::left);
    }

    /** The file says something else now: what is typed stays, and what is not follows the file. */
    void rebase(SiteSection now) {
        Map<String, String> typed = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (!meant(key).equals(saved.get(key))) {
                typed.put(key, value.get());
            }
        });
        edit(now);
        typed.forEach((key, value) -> value(key).set(value));
    }

    /** Goes on with what is typed into another form of the part. */
    public void carryOn(PartForm before) {
        edit(before.saved);
        before.values.forEach((key, value) -> value(key).set(value.get()));
    }

    private String meant(String key) {
        String typed = value(key).get();
        return part.keepsSpaces(key) && !typed.isBlank() ? typed : typed.strip();
    }

    public StringProperty value(String key) {
        return property(values, key);
    }

    /** What is wrong with the field, in words; empty when nothing is. */
    public StringProperty problem(String key) {
        return property(problems, key);
    }

    private static StringProperty property(Map<String, StringProperty> of, String key) {
        return Optional.ofNullable(of.get(key)).orElseThrow();
    }

    /** Whether it differs from what the file has. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    public boolean isRight() {
        return part.keys().stream().allMatch(key -> problem(key).get().isEmpty() && found(key).isEmpty());
    }

    /** What is to be saved. What the form does not show stays as it is. */
    public SiteSection section() {
        SiteSection section = saved;
        for (Map.Entry<String, StringProperty> value : values.entrySet()) {
            section = section.with(value.getKey(), isMeant(value.getKey()) ? meant(value.getKey()) : "");
        }
        for (Map.Entry<String, String> given : part.given().entrySet()) {
            if (section.get(given.getKey()).isEmpty() && isMeant(given.getKey())) {
                section = section.with(given.getKey(), given.getValue());
            }
        }
        return section;
    }

    /** Whether the field means something as the others are; what does not is taken out: the engine would call it a mistake. */
    boolean isMeant(String key) {
        return Condition.of(part, key)
                .stream()
                .allMatch(condition -> condition.met().test(decisive -> value(decisive).get()));
    }

    private boolean isPreset(String key) {
        return part == Part.WORKLIST && WorklistTypes.isPreset(value(WorklistTypes.KEY).get(), key);
    }

    /** Whether other fields come and go with this one. */
    private boolean decides(String key) {
        return part.keys()
                .stream()
                .flatMap(other -> Condition.of(part, other).stream())
                .anyMatch(condition -> condition.decisive().contains(key));
    }

    /** Shows what the engine says is wrong with the part at this place; whether anything was. */
    public boolean show(List<SiteProblem> found, int index) {
        String prefix = part.field(index) + ".";
        boolean any = false;
        for (SiteProblem problem : found) {
            String place = problem.field().startsWith(prefix) ? problem.field().substring(prefix.length()) : "";
            String key = fieldAt(place);
            if (problems.containsKey(key)) {
                problem(key).set(line(key, place) + words(problem.message()));
                any = true;
            }
        }
        return any;
    }

    /** What is wrong within a list or a mapping is wrong with the field that shows it. */
    private String fieldAt(String place) {
        if (part == Part.PROCEDURES && !place.isEmpty()) {
            return PROCEDURES;
        }
        String field = place;
        while (!problems.containsKey(field) && field.indexOf('.') >= 0) {
            field = field.substring(0, field.lastIndexOf('.'));
        }
        return field;
    }

    /** "Line 3: "; nothing where the place within the field is no line of it. */
    private String line(String key, String place) {
        Matcher item = ITEM.matcher(part == Part.PROCEDURES ? "." + place : place.substring(key.length()));
        return key.equals(PROCEDURES) && item.matches() ? texts.get("sources.line", Integer.parseInt(item.group(1)) + 1)
                : "";
    }

    private String words(Message message) {
        return texts.of(message);
    }

    private void typed(String key) {
        visited.add(key);
        changed.set(!section().values().equals(saved.values()));
        if (decides(key)) {
            part.keys().forEach(this::check);
        } else {
            check(key);
        }
    }

    private void check(String key) {
        boolean missing = value(key).get().isBlank();
        problem(key).set(missing && !visited.contains(key) ? "" : found(key).map(texts::get).orElse(""));
    }

    private Optional<String> found(String key) {
        boolean asked = isMeant(key) && !(value(key).get().isBlank() && isPreset(key));
        return asked ? FieldRule.of(part, key).problem(part, value(key).get()) : Optional.empty();
    }
}
