package org.priorfetch.app.firstrun;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.sources.Part;
import org.priorfetch.app.sources.PartForm;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteSection;

/** The site as it is typed in the assistant: a form for each part that it asks for, the first of several. */
final class FirstSite {

    private static final String OUR_USUAL_TITLE = "PRIORFETCH";

    private final Map<Part, PartForm> forms = new EnumMap<>(Part.class);

    FirstSite(Texts texts) {
        for (Part part : Part.values()) {
            forms.put(part, new PartForm(part, texts));
        }
    }

    PartForm form(Part part) {
        return Objects.requireNonNull(forms.get(part));
    }

    /** Begins with what is in the file; once it stands in the form that is asked for first, it stands in all. */
    void begin(SiteForm known) {
        form(Part.PACS).edit(known.pacs());
        form(Part.WORKLIST).edit(first(known.worklists()));
        form(Part.SOURCE).edit(first(known.sources()));
        form(Part.SELF).edit(known.self().get("aeTitle").isEmpty() ? known.self().with("aeTitle", OUR_USUAL_TITLE)
                : known.self());
    }

    void carryOn(FirstSite before) {
        forms.forEach((part, form) -> form.carryOn(before.form(part)));
    }

    /** What was known with what is typed; of what is not asked for nothing is lost. */
    SiteForm over(SiteForm known) {
        return new SiteForm(form(Part.SELF).section(), form(Part.PACS).section(),
                withFirst(known.worklists(), form(Part.WORKLIST).section()),
                withFirst(known.sources(), form(Part.SOURCE).section()), known.relevance(), known.exclude(),
                known.procedures());
    }

    private static SiteSection first(List<SiteSection> sections) {
        return sections.isEmpty() ? SiteSection.of(Map.of()) : sections.getFirst();
    }

    private static List<SiteSection> withFirst(List<SiteSection> all, SiteSection first) {
        return Stream.concat(Stream.of(first), all.stream().skip(1)).toList();
    }
}
