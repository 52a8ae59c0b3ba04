//! The same paper as Typst source, so that both set the same words on the same sheet in the same face.
//!
//! Blocks are translated one by one into what a Typst user would write: headings, lists, grids and a table with a
//! repeated head. Sizes and margins are ours. Words go in as strings, so that none of them is read as markup.

use coachbook_documents::{
    Doc,
    blocks::{Block, Cell, Column, Inline, Line, Row, Signer, Width},
};

/// Begins every paper: sheet, head and foot, face.
const SHEET: &str = r#"#set page(paper: "a4", margin: (x: 70pt, top: 66pt, bottom: 74pt),
  header: context { if counter(page).get().first() > 1 { text(8pt, gray)[#head] } },
  footer: context { text(8pt, gray)[#mark #h(1fr) Page #counter(page).display() of #counter(page).final().first()] })
#set text(font: "Noto Sans", size: 10pt, lang: "en")
#set par(leading: 5pt, spacing: 8pt)
#let green = rgb(47, 93, 80)
#show heading: set text(fill: green)
#show heading.where(level: 1): set text(12pt)
#show heading.where(level: 2): set text(10pt)
#set table(stroke: (x: none, y: 0.5pt + luma(200)), inset: (x: 4pt, y: 4.5pt))
#let gap(label) = box(width: 90pt, stroke: (bottom: 0.5pt))[#h(1fr)#text(7pt, label)]
"#;

/// Returns the whole source.
pub(crate) fn source(doc: &Doc) -> String {
    let mut text = format!(
        "#let head = {}\n#let mark = {}\n#set document(title: {}, author: {})\n{SHEET}",
        string(&doc.running_head),
        string(&doc.mark),
        string(&doc.title),
        string(&doc.author),
    );
    for block in &doc.blocks {
        text.push_str(&translated(block));
        text.push_str("\n\n");
    }
    text
}

fn translated(block: &Block) -> String {
    match block {
        Block::Head { names, contact, .. } => {
            format!("#grid(columns: (1fr, auto), {}, align(right, {}))", stacked(names), stacked(contact))
        }
        Block::Title { text, under } => {
            let under = under.as_deref().map(|words| format!("\n\n#text(gray, {})", string(words)));
            format!("#text(21pt, green, weight: \"bold\", {}){}", string(text), under.unwrap_or_default())
        }
        Block::Heading { level, number, text } => {
            let number = number.as_ref().map(|number| format!("{number} ")).unwrap_or_default();
            format!("#heading(level: {level}, {})", string(&format!("{number}{text}")))
        }
        Block::Para(_, line) => format!("#par[{}]", inline(line)),
        Block::BulletList(items) => format!("#list({})", contents(items)),
        Block::NumberedList { start, items } => format!("#enum(start: {start}, {})", contents(items)),
        Block::KeyValue(pairs) => {
            let cells = pairs.iter().map(|(key, line)| format!("{}, [{}]", string(key), inline(line)));
            format!("#grid(columns: (90pt, 1fr), row-gutter: 4pt, {})", cells.collect::<Vec<_>>().join(", "))
        }
        Block::Table { columns, rows } => table(columns, rows),
        Block::TwoColumns { left, right } => {
            let side =
                |(head, items): &(String, Vec<Line>)| format!("[*#{}* #list({})]", string(head), contents(items));
            format!("#grid(columns: (1fr, 1fr), gutter: 12pt, {}, {})", side(left), side(right))
        }
        Block::Keep(blocks) => {
            let inner: Vec<String> = blocks.iter().map(translated).collect();
            format!("#block(breakable: false)[{}]", inner.join("\n\n"))
        }
        Block::Signatures(signers) => signatures(signers),
        Block::Tick { line, .. } => format!("#box(width: 9pt, height: 9pt, stroke: 0.5pt) {}", inline(line)),
        Block::WriteLine { label, .. } => format!("#line(length: 100%)\n#text(7pt, {})", string(label)),
        Block::Space(height) => format!("#v({height}pt)"),
        Block::PageBreak => "#pagebreak()".to_owned(),
        // No paper that is measured has one: its frame and its words stand for it.
        Block::Drawing(drawing) => {
            let words = string(&drawing.alternative);
            format!("#rect(width: {}pt, height: {}pt, {words})", drawing.width, drawing.height)
        }
    }
}

fn stacked(lines: &[String]) -> String {
    format!("[{}]", lines.iter().map(|line| format!("#{}", string(line))).collect::<Vec<_>>().join(" \\ "))
}

fn contents(items: &[Line]) -> String {
    items.iter().map(|line| format!("[{}]", inline(line))).collect::<Vec<_>>().join(", ")
}

fn inline(line: &Line) -> String {
    let piece = |inline: &Inline| match inline {
        Inline::Gap { label, .. } => format!("#gap({})", string(label)),
        Inline::Words(span) if span.bold => format!("#strong({})", string(&span.text)),
        Inline::Words(span) if span.italic => format!("#emph({})", string(&span.text)),
        Inline::Words(span) => format!("#{}", string(&span.text)),
    };
    line.iter().map(piece).collect()
}

fn table(columns: &[Column], rows: &[Row]) -> String {
    let width = |column: &Column| match column.width {
        Width::Points(points) => format!("{points}pt"),
        Width::Share(share) => format!("{share}fr"),
    };
    let list = |each: &dyn Fn(&Column) -> String| columns.iter().map(each).collect::<Vec<_>>().join(", ");
    let mut text = format!(
        "#[#set text(9pt)\n#table(columns: ({}), align: ({}), table.header({}),\n",
        list(&width),
        list(&|column| if column.right { "right".to_owned() } else { "left".to_owned() }),
        list(&|column| format!("text(8pt, green, weight: \"bold\", {})", string(&column.head))),
    );
    for row in rows {
        text.push_str(&match row {
            Row::Cells(cells) => cells.iter().map(cell).collect::<String>(),
            Row::Band(words) => format!("table.cell(colspan: {}, strong({})), ", columns.len(), string(words)),
            Row::Blank(height) => format!("v({height}pt), ").repeat(columns.len()),
        });
        text.push('\n');
    }
    text + ")]"
}

fn cell(cell: &Cell) -> String {
    match cell.lines.as_slice() {
        // Plain words need no markup: the cheapest way Typst has.
        [line] if line.len() == 1 => match line.first() {
            Some(Inline::Words(span)) if !span.bold && !span.italic => format!("{}, ", string(&span.text)),
            _ => format!("[{}], ", inline(line)),
        },
        lines => format!("[{}], ", lines.iter().map(inline).collect::<Vec<_>>().join(" \\ ")),
    }
}

fn signatures(signers: &[Signer]) -> String {
    let line = |label: &str| format!("#v(18pt) #line(length: 100%, stroke: 0.5pt) #text(7pt, {})", string(label));
    let one = |signer: &Signer| {
        let name = signer.name.as_deref().unwrap_or_default();
        format!(
            "[*#{}* \\ #{} {}{}{}]",
            string(&signer.role),
            string(name),
            line("Signature"),
            line("Place"),
            line("Date")
        )
    };
    let all: Vec<String> = signers.iter().map(one).collect();
    format!("#block(breakable: false, grid(columns: (1fr, 1fr), gutter: 24pt, {}))", all.join(", "))
}

fn string(words: &str) -> String {
    let escaped = words.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("\"{escaped}\"")
}
