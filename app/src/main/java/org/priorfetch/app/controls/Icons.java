package org.priorfetch.app.controls;

import javafx.scene.control.Labeled;
import javafx.scene.text.Font;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.fluentui.FluentUiFilledAL;
import org.kordamp.ikonli.fluentui.FluentUiFilledMZ;
import org.kordamp.ikonli.fluentui.FluentUiRegularAL;
import org.kordamp.ikonli.fluentui.FluentUiRegularMZ;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every icon of the program, by what it stands for. */
public enum Icons {
    TODAY(FluentUiRegularAL.CALENDAR_TODAY_20), //
    TRANSFERS(FluentUiRegularAL.ARROW_DOWNLOAD_20), //
    NAMES_SHOWN(FluentUiRegularAL.EYE_SHOW_20), //
    NAMES_HIDDEN(FluentUiRegularAL.EYE_HIDE_20), //
    CLOSE(FluentUiRegularAL.DISMISS_20), //
    READY(FluentUiFilledAL.CHECKMARK_CIRCLE_20), //
    HELD(FluentUiFilledMZ.PERSON_QUESTION_MARK_20), //
    UNREACHABLE(FluentUiFilledMZ.PLUG_DISCONNECTED_20), //
    PARTIAL(FluentUiFilledAL.CIRCLE_HALF_FILL_20), //
    NONE(FluentUiRegularAL.LINE_HORIZONTAL_1_20), //
    WAITING(FluentUiRegularAL.CLOCK_20), //
    URGENT(FluentUiFilledAL.ALERT_URGENT_20), //
    FETCH_NOW(FluentUiRegularAL.FLASH_ON_20), //
    PUT_FIRST(FluentUiRegularAL.ARROW_UP_CIRCLE_20), //
    MOVE_UP(FluentUiRegularAL.ARROW_UP_20), //
    PIN(FluentUiRegularMZ.PIN_20), //
    UNPIN(FluentUiRegularMZ.PIN_OFF_20), //
    ASK_AGAIN(FluentUiRegularAL.ARROW_SYNC_20), //
    OPEN_IN_VIEWER(FluentUiRegularAL.IMAGE_SEARCH_20), //
    SKIP(FluentUiRegularMZ.PROHIBITED_20), //
    READING_LIST(FluentUiRegularAL.LIST_20), //
    GROUP(FluentUiRegularAL.GROUP_20), //
    COLUMNS(FluentUiRegularMZ.TABLE_20), //
    GO_ON(FluentUiRegularMZ.PLAY_20), //
    PAUSE(FluentUiRegularMZ.PAUSE_20), //
    CANCEL(FluentUiRegularAL.DISMISS_CIRCLE_20), //
    RETRY(FluentUiRegularAL.ARROW_CLOCKWISE_20), //
    PATIENT(FluentUiRegularMZ.PERSON_20), //
    SETTINGS(FluentUiRegularMZ.SETTINGS_20), //
    PINNED(FluentUiFilledMZ.PIN_20), //
    OPENED(FluentUiRegularAL.CHEVRON_DOWN_20), //
    FOLDED(FluentUiRegularAL.CHEVRON_RIGHT_20), //
    SEARCH(FluentUiRegularMZ.SEARCH_20), //
    WINDOW(FluentUiRegularMZ.WINDOW_20), //
    FETCH(FluentUiRegularAL.DOCUMENT_SEARCH_20), //
    DOCUMENT(FluentUiRegularAL.DOCUMENT_20), //
    REVIEW(FluentUiRegularMZ.PERSON_QUESTION_MARK_20), //
    REPORTS(FluentUiRegularAL.DATA_BAR_VERTICAL_20), //
    FOLDER(FluentUiRegularAL.FOLDER_20), //
    SOURCES(FluentUiRegularAL.CONNECTOR_20), //
    LOCKED(FluentUiRegularAL.LOCK_20), //
    UNLOCKED(FluentUiRegularMZ.UNLOCK_20), //
    ADD(FluentUiRegularAL.ADD_20), //
    RULES(FluentUiRegularMZ.TASK_LIST_20), //
    MOVE_DOWN(FluentUiRegularAL.ARROW_DOWN_20), //
    COPY(FluentUiRegularAL.COPY_20), //
    REMOVE(FluentUiRegularAL.DELETE_20), //
    UNSAVED(FluentUiRegularAL.EDIT_20);

    private static final String STYLE_CLASS = "icon";
    private static final double EM = 20 / 13.0;

    @SuppressWarnings("ImmutableEnumChecker") // the packs' icons are enum constants themselves
    private final Ikon ikon;

    Icons(Ikon ikon) {
        this.ikon = ikon;
    }

    public Ikon ikon() {
        return ikon;
    }

    /** Makes the icon the graphic of a control and lets it grow with the control's font. */
    public FontIcon on(Labeled control) {
        return on(control, 1);
    }

    /** The same at a multiple of 20 px at the base font. */
    public FontIcon on(Labeled control, double factor) {
        FontIcon icon = new FontIcon(ikon);
        icon.getStyleClass().setAll(STYLE_CLASS);
        control.fontProperty().subscribe(font -> size(icon, (int) Math.round(font.getSize() * EM * factor)));
        control.setGraphic(icon);
        return icon;
    }

    /** The font is set as well as the style that will set it: until then the icon would be looked for in every font of the system. */
    private void size(FontIcon icon, int size) {
        icon.setIconSize(size);
        icon.setFont(Font.font(family(), size));
    }

    /** The first icon has loaded the fonts. */
    private String family() {
        return IkonResolverProvider.getInstance(_ -> {})
                .resolve(ikon.getDescription())
                .getFontFamily();
    }
}
