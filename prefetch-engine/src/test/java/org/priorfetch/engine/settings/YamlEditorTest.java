package org.priorfetch.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.nodes.Node;

class YamlEditorTest {

    private interface Change {

        void on(YamlEditor editor) throws YamlDocument.SyntaxException;
    }

    private static String changed(String before, Change change) throws YamlDocument.SyntaxException {
        YamlEditor editor = new YamlEditor(new YamlText(before));
        change.on(editor);
        return editor.text().text();
    }

    private static Node node(YamlEditor editor, String key) {
        return editor.text().value(key).orElseThrow();
    }

    @Test
    void aValueIsReplacedAndItsCommentStays() throws YamlDocument.SyntaxException {
        assertThat(changed("pacs:\n  port: 104 # theirs\n", editor -> editor.set(node(editor, "pacs"), "port", "105")))
                .isEqualTo("pacs:\n  port: 105 # theirs\n");
    }

    @Test
    void aNewKeyStandsBehindTheLastOfItsMapping() throws YamlDocument.SyntaxException {
        assertThat(changed("pacs:\n    port: 104 # theirs\nself: {}\n",
                editor -> editor.set(node(editor, "pacs"), "host", "pacs")))
                .isEqualTo("pacs:\n    port: 104 # theirs\n    host: pacs\nself: {}\n");
    }

    @Test
    void inBracesTheNewKeyStandsBeforeTheLast() throws YamlDocument.SyntaxException {
        assertThat(changed("pacs: {port: 104}\n", editor -> editor.set(node(editor, "pacs"), "host", "pacs")))
                .isEqualTo("pacs: {port: 104, host: pacs}\n");
        assertThat(changed("pacs: {}\n", editor -> editor.set(node(editor, "pacs"), "host", "pacs")))
                .isEqualTo("pacs: {host: pacs}\n");
    }

    @Test
    void aKeyWithoutAValueGetsOne() throws YamlDocument.SyntaxException {
        assertThat(changed("pacs:\n  host:\n", editor -> editor.set(node(editor, "pacs"), "host", "pacs")))
                .isEqualTo("pacs:\n  host: pacs\n");
    }

    @Test
    void aKeyGoesWithItsLineOrWithItsComma() throws YamlDocument.SyntaxException {
        assertThat(changed("pacs:\n  host: a\n  port: 1\n", editor -> editor.remove(node(editor, "pacs"), "host")))
                .isEqualTo("pacs:\n  port: 1\n");
        assertThat(changed("pacs: {host: a, port: 1}\n", editor -> editor.remove(node(editor, "pacs"), "host")))
                .isEqualTo("pacs: {port: 1}\n");
        assertThat(changed("pacs: {host: a, port: 1}\n", editor -> editor.remove(node(editor, "pacs"), "port")))
                .isEqualTo("pacs: {host: a}\n");
    }

    @Test
    void aSectionIsAddedBehindAnEmptyLine() throws YamlDocument.SyntaxException {
        assertThat(changed("self: {}\n", editor -> editor.section("pacs", values())))
                .isEqualTo("self: {}\n\npacs:\n  host: a\n  port: 1\n");
        assertThat(changed("", editor -> editor.section("pacs", values()))).isEqualTo("pacs:\n  host: a\n  port: 1\n");
        assertThat(changed("{self: {}}", editor -> editor.section("pacs", values())))
                .isEqualTo("{self: {}, pacs: {host: a, port: 1}}");
    }

    @Test
    void anItemIsAddedAsTheOthersStand() throws YamlDocument.SyntaxException {
        assertThat(changed("sources:\n- host: b\n", editor -> editor.add("sources", values())))
                .isEqualTo("sources:\n- host: b\n- host: a\n  port: 1\n");
        assertThat(changed("sources: [{host: b}]\n", editor -> editor.add("sources", values())))
                .isEqualTo("sources: [{host: b}, {host: a, port: 1}]\n");
        assertThat(changed("sources: []\n", editor -> editor.add("sources", values())))
                .isEqualTo("sources:\n  - host: a\n    port: 1\n");
    }

    @Test
    void theLastItemLeavesAnEmptyList() throws YamlDocument.SyntaxException {
        assertThat(changed("sources:\n  - host: b\n", editor -> editor.removeItem("sources", 0)))
                .isEqualTo("sources: []\n");
        assertThat(changed("sources: [{host: b}, {host: a}]\n", editor -> editor.removeItem("sources", 1)))
                .isEqualTo("sources: [{host: b}]\n");
    }

    @Test
    void oneChangeFollowsTheOther() throws YamlDocument.SyntaxException {
        assertThat(changed("pacs:\r\n  host: a\r\n", editor -> {
            editor.set(node(editor, "pacs"), "port", "104");
            editor.set(node(editor, "pacs"), "host", "longer");
        })).isEqualTo("pacs:\r\n  host: longer\r\n  port: 104\r\n");
    }

    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("host", "a");
        values.put("port", "1");
        return values;
    }
}
