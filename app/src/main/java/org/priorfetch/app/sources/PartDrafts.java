package org.priorfetch.app.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.priorfetch.app.i18n.Texts;

/** What was typed into the forms of the parts and is not saved, until it is saved or taken back. */
final class PartDrafts {

    /** A part as people know it; its place changes when the file does. */
    private record Key(Part part, boolean fresh, String name) {

        static Key of(PartEntry entry) {
            return new Key(entry.part(), entry.isFresh(), entry.name());
        }
    }

    private final Texts texts;
    private final Map<Key, PartForm> forms = new LinkedHashMap<>();

    PartDrafts(Texts texts) {
        this.texts = texts;
    }

    /** The form of the part, with what is typed into it. */
    PartForm form(PartEntry entry) {
        if (!isUnsaved(entry)) {
            PartForm form = new PartForm(entry.part(), texts);
            form.edit(entry.section());
            forms.put(Key.of(entry), form);
        }
        return Objects.requireNonNull(forms.get(Key.of(entry)));
    }

    boolean isUnsaved(PartEntry entry) {
        PartForm form = forms.get(Key.of(entry));
        return form != null && form.changedProperty().get();
    }

    boolean isAnyUnsaved() {
        return forms.values().stream().anyMatch(form -> form.changedProperty().get());
    }

    /** The parts that are not in the file, and have something typed. */
    List<PartEntry> fresh() {
        return forms.keySet()
                .stream()
                .filter(Key::fresh)
                .map(key -> PartEntry.fresh(key.part()))
                .filter(this::isUnsaved)
                .toList();
    }

    void forget(PartEntry entry) {
        forms.remove(Key.of(entry));
    }

    /** The file says something new: what was typed stays, everything else follows. Answers whose parts are not there any more. */
    List<String> rebase(List<PartEntry> inFile) {
        Map<Key, PartEntry> known = new HashMap<>();
        inFile.forEach(entry -> known.put(Key.of(entry), entry));
        List<String> gone = new ArrayList<>();
        forms.values().removeIf(form -> !form.changedProperty().get());
        forms.entrySet().removeIf(draft -> {
            PartEntry now = known.get(draft.getKey());
            if (now != null) {
                draft.getValue().rebase(now.section());
            } else if (!draft.getKey().fresh()) {
                gone.add(draft.getKey().name());
                return true;
            }
            return false;
        });
        return gone;
    }

    /** Goes on with what is typed elsewhere. */
    void carryOn(PartDrafts before) {
        before.forms.forEach((key, form) -> {
            PartForm mine = new PartForm(key.part(), texts);
            mine.carryOn(form);
            forms.put(key, mine);
        });
    }
}
