//! Words that change with how many there are.

use super::Labels;
use super::filling::filled;

impl Labels {
    /// The form of a label that goes with a number, the number filled in for `{n}`.
    pub fn counted(&self, forms: &str, n: usize) -> String {
        filled(form(forms, n), &[("n", &n.to_string())])
    }
}

/// The form that goes with a number. How many forms a label has says how its language counts: one and more; one, few
/// and many, as in Polish; one, two, few, many and hundreds, as in Arabic.
pub(super) fn form(forms: &str, n: usize) -> &str {
    let all: Vec<&str> = forms.split('|').map(str::trim).collect();
    let (tens, ones) = (n % 100, n % 10);
    let nth = match all.len() {
        2 => usize::from(n != 1),
        3 if n == 1 => 0,
        3 => 2 - usize::from((2..=4).contains(&ones) && !(12..=14).contains(&tens)),
        5 if n == 0 => 4,
        5 if n <= 2 => n - 1,
        5 if (3..=10).contains(&tens) => 2,
        5 => 4 - usize::from(tens >= 11),
        _ => 0,
    };
    all.get(nth).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::form;

    #[test]
    fn each_way_of_counting_finds_its_form() {
        let of = |forms: &'static str, n| form(forms, n);
        assert_eq!([0, 1, 2, 21].map(|n| of("one | more", n)), ["more", "one", "more", "more"]);
        let polish = [0, 1, 2, 4, 5, 11, 12, 14, 22, 25, 101, 112].map(|n| of("rok | lata | lat", n));
        let wanted = ["lat", "rok", "lata", "lata", "lat", "lat", "lat", "lat", "lata", "lat", "lat", "lat"];
        assert_eq!(polish, wanted);
        let arabic = [1, 2, 3, 10, 11, 99, 100, 103, 200].map(|n| of("1 | 2 | few | many | hundred", n));
        assert_eq!(arabic, ["1", "2", "few", "few", "many", "many", "hundred", "few", "hundred"]);
        assert_eq!(form("alone", 7), "alone");
    }
}
