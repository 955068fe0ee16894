package org.priorfetch.app.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteSection;

/** A whole site with one part of it changed. */
final class SiteEdits {

    private static final SiteSection NOTHING = SiteSection.of(Map.of());

    private SiteEdits() {}

    /** The form with the part changed, or without it. */
    static SiteForm with(SiteForm form, PartEntry entry, @Nullable SiteSection changed) {
        SiteSection section = changed == null ? NOTHING : changed;
        return switch (entry.part()) {
            case SELF -> form.withSelf(section);
            case PACS -> form.withPacs(section);
            case WORKLIST -> form.withWorklists(replaced(form.worklists(), entry.index(), changed));
            case SOURCE -> form.withSources(replaced(form.sources(), entry.index(), changed));
            case PROCEDURES -> form.withProcedures(section);
            case EXCLUDE -> form.withExclude(section);
        };
    }

    private static List<SiteSection> replaced(List<SiteSection> all, int index, @Nullable SiteSection changed) {
        if (index == SiteSection.NEW) {
            return Stream.concat(all.stream(), Stream.ofNullable(changed)).toList();
        }
        List<SiteSection> result = new ArrayList<>(all);
        result.remove(index);
        if (changed != null) {
            result.add(index, changed);
        }
        return result;
    }

    /** Where a new one stands. */
    static int last(SiteForm form, Part part) {
        return (part == Part.WORKLIST ? form.worklists() : form.sources()).size() - 1;
    }
}
