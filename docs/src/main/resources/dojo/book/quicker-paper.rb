# frozen_string_literal: true

# What Prawn works out anew for each piece of text, remembered: which glyph, how wide, which code, which number.
# Nothing here changes a byte of what is printed; QuickerPaperTest sets a text with it and without it, and compares.
require 'asciidoctor-pdf'

module QuickerPaper
  # A number as PDF spells it.
  module Reals
    def real num
      (@reals ||= {})[num] ||= super.freeze
    end
  end

  module Colors
    private

    def color_to_s color
      (@color_texts ||= {})[color] ||= super
    end
  end

  # Nearly all text is in the first subset of its font; then it is a table that says each character's code.
  module Subsets
    def encode characters
      codes = @codes ||= {}
      text = characters.map do |char|
        codes.fetch(char) { codes[char] = first char } || (return super)
      end
      text.empty? ? [] : [[0, text.pack('C*')]]
    end

    private

    def first char
      return unless self[0].covers? char

      self[0].use char
      self[0].from_unicode char
    end
  end

  # Characters, pairs of them and their widths belong to the font, whatever the text.
  module Glyphs
    def glyph_present? char
      (@present ||= {}).fetch(char) { @present[char] = super }
    end

    private

    def kern string
      runs = []
      pairs = @pairs ||= {}
      last = nil
      string.each_codepoint do |code|
        if last.nil?
          runs << [code]
        elsif (space = (pairs[last] ||= {}).fetch(code) { pairs[last][code] = between last, code })
          runs << space << [code]
        else
          runs[-1] << code
        end
        last = code
      end
      runs
    end

    def between one, other
      kern = kern_pairs_table[[cmap[one], cmap[other]]]
      kern && -(kern * scale_factor)
    end

    def character_width_by_code code
      (@code_widths ||= {}).fetch(code) { @code_widths[code] = super }
    end
  end

  # A word has a width for each font and size.
  module Widths
    def width_of string, options
      return super unless options.empty? || (options.size == 1 && options.key?(:kerning))

      font = @document.font
      words = ((((@widths ||= {}.compare_by_identity)[font] ||= {})[@document.font_size] ||= {})[options[:kerning]] ||= {})
      width = words[string] ||= font.compute_width_of (font.normalize_encoding string), options
      count = string.length
      count > 0 ? width + @document.character_spacing * (count - 1) : width
    end
  end

  # Most characters are in the font that they are to be printed in, and no other needs to be looked at.
  module Fallbacks
    def find_font_for_this_glyph char, font, options = {}, fallbacks = [], original = font
      return super unless original.equal? font

      known = @document.instance_variable_get(:@known_glyphs) || @document.instance_variable_set(:@known_glyphs, {})
      chars = ((known[font] ||= {})[options[:style]] ||= {})
      return font if chars[char]

      found = super
      chars[char] = true if found == font && @document.font.glyph_present?(char)
      found
    end

    def form_fragments_from_like_font_glyph_pairs pairs, hash
      pairs.chunk_while {|one, other| one[0] == other[0] }.map do |run|
        fragment = hash.merge text: (run.map {|_, char| char }).join
        fragment[:font] = run[0][0] unless run[0][0].nil?
        fragment
      end
    end
  end
end

PDF::Core.singleton_class.prepend QuickerPaper::Reals
Prawn::Document.prepend QuickerPaper::Colors
TTFunk::SubsetCollection.prepend QuickerPaper::Subsets
Prawn::Fonts::TTF.prepend QuickerPaper::Glyphs
Prawn::FontMetricCache.prepend QuickerPaper::Widths
Prawn::Text::Formatted::Box.prepend QuickerPaper::Fallbacks
