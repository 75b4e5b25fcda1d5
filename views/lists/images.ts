import type {Image} from '../../source/model/image.js';
import {imageColumns, imageSort} from '../columns/images.js';
import {isWrong} from '../columns/posture-columns.js';
import {missingImages, whyNoImages} from '../images/missing-words.js';
import type {ListDefinition} from './list.js';

export const imagesList: ListDefinition<Image> = {
	kind: 'image',
	title: 'Images',
	columns: imageColumns,
	defaultSort: imageSort,
	isWrong,
	empty: whyNoImages,
	missing: missingImages,
};
