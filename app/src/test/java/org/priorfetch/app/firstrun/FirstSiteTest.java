package org.priorfetch.app.firstrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.sources.Part;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteSection;

class FirstSiteTest {

    private static final SiteSection FIRST = SiteSection.of(Map.of("name", "regional", "host", "old"));
    private static final SiteSection SECOND = SiteSection.of(Map.of("name", "university", "host", "far"));

    private final FirstSite site = new FirstSite(new Texts(Locale.ENGLISH));

    @Test
    void givesUsOurUsualTitleWhereThereIsNone() {
        site.begin(SiteForm.EMPTY);

        assertThat(site.over(SiteForm.EMPTY).self().get("aeTitle")).isEqualTo("PRIORFETCH");
    }

    @Test
    void leavesUsTheTitleThatWeHave() {
        site.begin(SiteForm.EMPTY.withSelf(SiteSection.of(Map.of("aeTitle", "MINE"))));

        assertThat(site.form(Part.SELF).value("aeTitle").get()).isEqualTo("MINE");
    }

    @Test
    void asksForTheFirstOfSeveralAndLeavesTheOthers() {
        SiteForm known = SiteForm.EMPTY.withSources(List.of(FIRST, SECOND));
        site.begin(known);
        site.form(Part.SOURCE).value("host").set("new");

        assertThat(site.over(known).sources()).extracting(source -> source.get("name"), source -> source.get("host"))
                .containsExactly(tuple("regional", "new"),
                        tuple("university", "far"));
    }

    @Test
    void losesNothingThatItDoesNotAskFor() {
        SiteForm known = SiteForm.EMPTY.withExclude(SiteSection.of(Map.of("patients", "47")))
                .withProcedures(SiteSection.of(Map.of("procedures", "CT1: CT")));
        site.begin(known);

        assertThat(site.over(known).exclude()).isEqualTo(known.exclude());
        assertThat(site.over(known).procedures()).isEqualTo(known.procedures());
    }

    @Test
    void goesOnWithWhatIsTypedElsewhere() {
        site.form(Part.PACS).value("host").set("pacs");
        FirstSite next = new FirstSite(new Texts(Locale.ENGLISH));

        next.carryOn(site);

        assertThat(next.over(SiteForm.EMPTY).pacs().get("host")).isEqualTo("pacs");
    }
}
