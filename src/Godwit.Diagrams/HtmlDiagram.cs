using Godwit.Schema;

namespace Godwit.Diagrams;

/// <summary>An entity diagram as a page that can be moved, enlarged and searched: one file that loads nothing.</summary>
public static class HtmlDiagram
{
    /// <summary>The text of an HTML file.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="title">What stands in the window's title.</param>
    public static string Of(DatabaseSchema schema, string title) => Page.Replace("{title}", Xml.Text(title), StringComparison.Ordinal).Replace("{svg}", SvgDiagram.Of(schema), StringComparison.Ordinal);

    private const string Page =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title>
        <style>
        html, body { margin: 0; height: 100%; overflow: hidden; background: #fbfbfa; color-scheme: light dark; font: 14px system-ui, sans-serif; }
        @media (prefers-color-scheme: dark) { html, body { background: #16181c; } }
        #view { width: 100%; height: 100%; cursor: grab; touch-action: none; }
        #view > svg { width: 100%; height: 100%; }
        #bar { position: fixed; top: 12px; left: 12px; display: flex; gap: 8px; }
        #bar input, #bar button { font: inherit; padding: 6px 10px; }
        .faded .table, .faded .key { opacity: .15; }
        .faded .table.lit, .faded .key.lit { opacity: 1; }
        .key.lit { stroke: #d9480f !important; stroke-width: 2.2 !important; }
        @media (prefers-color-scheme: dark) { .key.lit { stroke: #ff922b !important; } }
        .table { cursor: pointer; }
        </style>
        </head>
        <body>
        <div id="bar"><input id="search" type="search" placeholder="Find a table" list="names" aria-label="Find a table"><datalist id="names"></datalist><button id="whole" type="button">Whole</button></div>
        <div id="view">
        {svg}</div>
        <script>
        const view = document.getElementById("view"), svg = view.querySelector("svg"), whole = svg.viewBox.baseVal;
        const full = { x: whole.x, y: whole.y, w: whole.width, h: whole.height };
        let box = { ...full };
        const show = () => svg.setAttribute("viewBox", `${box.x} ${box.y} ${box.w} ${box.h}`);
        const scale = () => Math.max(box.w / view.clientWidth, box.h / view.clientHeight);
        svg.removeAttribute("width"); svg.removeAttribute("height");
        view.addEventListener("wheel", e => {
          e.preventDefault();
          const f = Math.exp(e.deltaY * 0.0015), p = svg.createSVGPoint();
          p.x = e.clientX; p.y = e.clientY;
          const q = p.matrixTransform(svg.getScreenCTM().inverse());
          box = { x: q.x - (q.x - box.x) * f, y: q.y - (q.y - box.y) * f, w: box.w * f, h: box.h * f };
          show();
        }, { passive: false });
        let from = null, moved = false;
        view.addEventListener("pointerdown", e => { from = { x: e.clientX, y: e.clientY }; moved = false; });
        window.addEventListener("pointermove", e => {
          if (!from) return;
          const k = scale(), dx = e.clientX - from.x, dy = e.clientY - from.y;
          if (Math.abs(dx) + Math.abs(dy) > 3) moved = true;
          box.x -= dx * k; box.y -= dy * k; from = { x: e.clientX, y: e.clientY };
          show();
        });
        window.addEventListener("pointerup", () => from = null);
        const tables = [...svg.querySelectorAll(".table")], keys = [...svg.querySelectorAll(".key")];
        const light = name => {
          const near = new Set(name ? [name] : []);
          for (const k of keys) {
            const lit = !!name && (k.dataset.from === name || k.dataset.to === name);
            k.classList.toggle("lit", lit);
            if (lit) { near.add(k.dataset.from); near.add(k.dataset.to); }
          }
          for (const t of tables) t.classList.toggle("lit", near.has(t.dataset.table));
          svg.classList.toggle("faded", !!name);
        };
        view.addEventListener("click", e => { if (!moved) light(e.target.closest(".table")?.dataset.table); });
        document.getElementById("names").append(...tables.map(t => Object.assign(document.createElement("option"), { value: t.dataset.table })));
        document.getElementById("search").addEventListener("input", e => {
          const t = tables.find(t => t.dataset.table === e.target.value);
          if (!t) return light(null);
          const b = t.getBBox(), m = t.transform.baseVal.consolidate().matrix, w = Math.max(900, b.width * 2);
          box = { x: m.e + b.width / 2 - w / 2, y: m.f + b.height / 2 - w / 3, w, h: w * 2 / 3 };
          show(); light(t.dataset.table);
        });
        document.getElementById("whole").addEventListener("click", () => { box = { ...full }; show(); light(null); });
        show();
        </script>
        </body>
        </html>

        """;
}
